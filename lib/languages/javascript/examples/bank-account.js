// A class with private fields: what begins with # can be touched
// only inside of the class.

class Account {
  static #count = 0;
  #balance = 0;
  #history = [];

  constructor(owner) {
    this.owner = owner;
    this.number = ++Account.#count;
  }

  // A getter is read like a field, and cannot be written.
  get balance() {
    return this.#balance;
  }

  deposit(amount) {
    this.#change(amount, 'deposit');
  }

  withdraw(amount) {
    if (amount > this.#balance) {
      throw new RangeError(`${this.owner} has only ${this.#balance}`);
    }
    this.#change(-amount, 'withdrawal');
  }

  #change(amount, what) {
    this.#balance += amount;
    this.#history.push({ what, amount, balance: this.#balance });
  }

  statement() {
    return structuredClone(this.#history); // A copy: ours stays ours.
  }
}

const account = new Account('Grace');
account.deposit(120);
account.withdraw(45);
console.table(account.statement());

// From outside, the private fields do not even show.
console.log('Visible:', Object.keys(account).join(', '));
console.log(`Account ${account.number}: ${account.balance}`);

try {
  account.withdraw(500);
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
