# The sieve of Eratosthenes, more than 2000 years old:
# cross out the multiples of each prime. What is left is prime.

LIMIT = 100

# One mark for each number; 0 and 1 are no primes.
is_prime = [True] * (LIMIT + 1)
is_prime[0] = is_prime[1] = False

for number in range(2, LIMIT + 1):
    if not is_prime[number]:
        continue
    # Smaller multiples have been crossed out by smaller primes.
    for multiple in range(number * number, LIMIT + 1, number):
        is_prime[multiple] = False

# enumerate gives each mark together with its number.
primes = [number for number, prime in enumerate(is_prime) if prime]

for start in range(0, len(primes), 10):
    print(*(f"{prime:3}" for prime in primes[start : start + 10]))

print(f"There are {len(primes)} primes up to {LIMIT}.")
