import { CodeLines } from '@/components/share/code-lines';
import { findLanguage, LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, type Texts } from '@/lib/messages/messages';
import { languageOfPath } from '@/lib/store/document-language';

interface PlainCodeProps {
  code: string;
  /** As it was written; empty where nothing was. */
  language: string;
  texts: Texts;
  label?: string;
}

/** Code to be read. */
export function PlainCode({ code, language, texts, label }: PlainCodeProps) {
  const known = findLanguage(language);
  const colours = known ?? languageOfPath(`x.${language}`);
  const words = texts.messages.demo;
  const name = known === undefined ? language : LANGUAGE_NAMES[known].name;
  return (
    <div className="demo-plain">
      <CodeLines
        lines={createLineColours()(code.replace(/\n$/, ''), colours)}
        label={label ?? (name === '' ? words.plainCode : fill(words.sourceOf, { language: name }))}
      />
    </div>
  );
}
