import { useId } from 'react';

interface ChoiceProps<Value extends string | number> {
  label: string;
  hint?: string;
  /** Values and their names; a name in another language than the page's says in which. */
  options: readonly (readonly [Value, string, lang?: string])[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few: radio buttons that look like one bar. */
export function Choice<Value extends string | number>({
  label,
  hint,
  options,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="settings-choice">
        {options.map(([option, text, lang]) => (
          <label key={option} lang={lang} className="settings-option">
            <input
              type="radio"
              name={id}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {text}
          </label>
        ))}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}
