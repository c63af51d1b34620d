// Nim: take one, two or three sticks. Who takes the last one
// wins. The computer is polite: you begin.
import { createInterface } from 'node:readline';

type Move = 1 | 2 | 3;
type Player = 'you' | 'computer';

interface Game {
  sticks: number;
  /** Present when the game is over. */
  winner?: Player;
}

function isMove(value: number): value is Move {
  return value === 1 || value === 2 || value === 3;
}

function take(game: Game, player: Player, move: Move): Game {
  const sticks = game.sticks - move;
  console.log(`${player}: ${move}`);
  return sticks === 0 ? { sticks, winner: player } : { sticks };
}

// The secret: leave a multiple of four, whenever you can.
function bestMove({ sticks }: Game): Move {
  const move = sticks % 4;
  return isMove(move) ? move : 1;
}

let game: Game = { sticks: 13 };
const terminal = createInterface({
  input: process.stdin,
  output: process.stdout,
});

function ask(): void {
  console.log(`\n${'| '.repeat(game.sticks)}`);
  terminal.setPrompt(`${game.sticks} left. Take 1, 2 or 3? `);
  terminal.prompt();
}

ask();
for await (const line of terminal) {
  const move = Number(line);
  // After this question, move is of the type Move.
  if (!isMove(move) || move > game.sticks) {
    console.log('That cannot be done.');
    ask();
    continue;
  }
  game = take(game, 'you', move);
  if (!game.winner) game = take(game, 'computer', bestMove(game));
  if (game.winner) break;
  ask();
}
terminal.close();
console.log(`\nThe winner: ${game.winner ?? 'nobody'}`);
