// Guess the number: the program says whether it is higher or lower.
int secret = new Random(42).nextInt(100) + 1;
Scanner in = new Scanner(System.in);
int tries = 0;

while (true) {
    System.out.print("Your guess (1 to 100): ");
    if (!in.hasNextLine()) {
        break;
    }
    String answer = in.nextLine().strip();
    if (!answer.matches("\\d+")) {
        System.out.println("A number, please.");
        continue;
    }
    tries++;
    int guess = Integer.parseInt(answer);
    if (guess == secret) {
        System.out.println("Found after " + tries + " tries!");
        break;
    }
    System.out.println(guess < secret ? "Higher." : "Lower.");
}
