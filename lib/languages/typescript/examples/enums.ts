// An enum is a list of names for values. Enums, namespaces
// and parameter properties are more than types: they make code.

enum Suit {
  Clubs = '♣',
  Diamonds = '♦',
  Hearts = '♥',
  Spades = '♠',
}

// Without values they are numbers, here from 2 on.
enum Rank {
  Two = 2,
  Three,
  Four,
  Jack,
  Queen,
  King,
}

class Card {
  // A parameter property declares, and assigns, the field.
  constructor(
    readonly suit: Suit,
    readonly rank: Rank,
  ) {}

  toString(): string {
    // A number enum leads back from value to name.
    return `${this.suit} ${Rank[this.rank]}`;
  }
}

// A namespace keeps names together.
namespace Deck {
  export const ranks = Object.values(Rank).filter(
    (rank) => typeof rank === 'number',
  );

  export function* all(): Generator<Card> {
    for (const suit of Object.values(Suit)) {
      for (const rank of ranks) yield new Card(suit, rank);
    }
  }
}

const deck = [...Deck.all()];
console.log(`${deck.length} cards, the last: ${deck.at(-1)}`);

const hand = [
  new Card(Suit.Hearts, Rank.Queen),
  new Card(Suit.Clubs, Rank.Three),
  new Card(Suit.Hearts, Rank.Two),
];
const best = hand.toSorted((a, b) => b.rank - a.rank)[0];
console.log(`${hand.join(', ')}: the best is ${best}`);

// Numbers as switches: each name is a bit of its own.
enum May {
  Read = 1,
  Write = 2,
  Delete = 4,
}
const teacher = May.Read | May.Write;
console.log('write:', (teacher & May.Write) !== 0);
console.log('delete:', (teacher & May.Delete) !== 0);
