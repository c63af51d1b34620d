# Caesar wrote secret letters: each letter moves a few places on.
from string import ascii_lowercase, ascii_uppercase


def shift_letters(text, places):
    def turn(alphabet):
        # Cut the alphabet and swap the two parts: "bcd...za".
        return alphabet[places:] + alphabet[:places]

    # maketrans builds a table; translate looks each letter up.
    table = str.maketrans(
        ascii_lowercase + ascii_uppercase,
        turn(ascii_lowercase) + turn(ascii_uppercase),
    )
    return text.translate(table)


secret = shift_letters("Meet me at the old harbour!", 3)
print("Secret:", secret)
print("Again: ", shift_letters(secret, -3))

# With 25 possible keys a cipher is soon broken: try them all,
# and keep those in which a common word turns up.
print("\nBreaking it:")
for key in range(1, 26):
    guess = shift_letters(secret, -key)
    if " the " in guess:
        print(f"key {key}: {guess}")
