import { Users } from 'lucide-react';
import { useTexts } from '@/components/ui/messages-provider';
import { fill, fillPlural } from '@/lib/messages/messages';
import type { ErrorGroup } from '@/lib/rooms/wall-view';
import { nameOfItem } from './wall-words';

const SHOWN = 6;
const LINES_SHOWN = 3;

interface ErrorGroupsProps {
  groups: readonly ErrorGroup[];
  /** Whose students alone are shown. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

/** What several students stumble over: "9 people: NameError in line 4". */
export function ErrorGroups({ groups, chosen, onChoose }: ErrorGroupsProps) {
  const texts = useTexts();
  const words = texts.messages.rooms.wall.group;
  if (groups.length === 0) return null;
  return (
    <section className="wall-groups" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {groups.slice(0, SHOWN).map((group) => {
          const { id, students, error, lines, item } = group;
          return (
            <li key={id}>
              <button
                type="button"
                className="wall-group"
                aria-pressed={chosen === id}
                title={chosen === id ? words.showAll : words.show}
                onClick={() => onChoose(chosen === id ? undefined : id)}
              >
                <strong>
                  <Users className="size-3.5" aria-hidden="true" />
                  {fillPlural(texts.locale, words.people, students.length)}
                </strong>{' '}
                <span>
                  <bdi translate="no">{error.name}</bdi> {linesOf(lines)}
                </span>{' '}
                <bdi className="wall-error" translate="no">
                  {error.message}
                </bdi>{' '}
                <span className="wall-where">{nameOfItem(item, texts)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );

  function linesOf(lines: readonly number[]): string {
    if (lines.length === 0) return '';
    const shown = lines.slice(0, LINES_SHOWN);
    const written = new Intl.ListFormat(texts.locale, { type: 'unit' }).format(shown.map(String));
    if (lines.length === 1) return fill(words.line, { line: written });
    return fill(words.lines, { lines: lines.length > LINES_SHOWN ? `${written} …` : written });
  }
}
