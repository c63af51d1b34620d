// All primes up to 100, by crossing out.
boolean[] crossedOut = new boolean[101];

for (int n = 2; n * n <= 100; n++) {
    if (crossedOut[n]) {
        continue;
    }
    for (int multiple = n * n; multiple <= 100; multiple += n) {
        crossedOut[multiple] = true;
    }
}

int found = 0;
for (int n = 2; n <= 100; n++) {
    if (!crossedOut[n]) {
        System.out.printf("%4d", n);
        found++;
        if (found % 10 == 0) {
            System.out.println();
        }
    }
}
System.out.println("\nThere are " + found + ".");
