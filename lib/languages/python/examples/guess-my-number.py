# Think of a number from 1 to 100: the program will find it.
# It halves what is possible each time, so 7 questions are enough.

low, high = 1, 100
questions = 0

print("Think of a number from 1 to 100.")
print("Answer h for higher, l for lower, y for yes.\n")

while low <= high:
    guess = (low + high) // 2
    questions += 1
    answer = input(f"Is it {guess}? ").strip().lower()

    if answer == "y":
        print(f"Found it with {questions} questions!")
        break
    if answer == "h":
        low = guess + 1
    elif answer == "l":
        high = guess - 1
    else:
        questions -= 1
        print("Please answer h, l or y.")
else:
    # A loop's else runs when no break has ended it.
    print("Now I am confused: no number is left.")
