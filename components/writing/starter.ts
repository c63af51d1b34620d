import type { Messages } from '@/lib/messages/messages';
import { fenced } from '@/lib/share/markdown';

/** What a new demo begins with: enough to see how it is done. */
export function starterOf({ writing }: Messages): string {
  const { title, intro, greeting, next } = writing.starter;
  const code = fenced(`print("${greeting}")`, 'python run');
  return `# ${title}\n\n${intro}\n\n${code}\n\n${next}\n`;
}
