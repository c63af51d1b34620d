import { useOfferedLanguages } from '@/components/playground/use-offered-languages';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';

interface LanguageFilterProps {
  /** Undefined: all. */
  value: Language | undefined;
  onChange: (language: Language | undefined) => void;
}

export function LanguageFilter({ value, onChange }: LanguageFilterProps) {
  const texts = useMessages().examples;
  const choices = [
    { id: undefined, label: texts.all },
    ...useOfferedLanguages().map((id) => ({ id, label: LANGUAGE_NAMES[id].name })),
  ];
  return (
    <fieldset className="language-filter">
      <legend className="sr-only">{texts.languages}</legend>
      {choices.map(({ id, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={value === id}
          onClick={() => onChange(id)}
          className="language-choice"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
