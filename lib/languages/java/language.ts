import type { LanguageFacts } from '../language-facts';

export const java: LanguageFacts = {
  name: 'Java',
  runtime: 'Java',
  aliases: ['jshell'],
  fileName: 'main.java',
  extensions: ['java'],
  indentColumns: 4,
  promptMarks: { first: 'jshell> ', next: '   ...> ' },
  text: {
    lineComment: '//',
    keywords:
      'abstract continue for new switch assert default goto package synchronized boolean do if private this break double ' +
      'implements protected throw byte else import public throws case enum instanceof return transient catch extends int ' +
      'short try char final interface static void class finally long strictfp volatile const float native super while ' +
      'true false yield record sealed non-sealed permits',
    needsMore:
      /(?:[*/%=<>!&|^?:,.]|(?<!\+)\+|(?<!-)-|->|\b(?:else|do|try|finally|new|return|throw))\s*$/,
  },
  takesUp: { text: 'String text = Files.readString(Path.of({path}));' },
  touchKeys: [';'],
  firstProgram: `// Press Run and watch.
System.out.println("Welcome to the bay!");

for (int step = 0; step < 16; step++) {
    double wave = Math.sin(step / 2.0);
    int indent = (int) (14 + 13 * wave);
    System.out.println(" ".repeat(indent) + "~ ~");
    Thread.sleep(80);
}

System.out.println("Your turn: change something.");
`,
};
