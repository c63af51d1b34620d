'use client';

import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Link2,
} from 'lucide-react';
import { type ComponentType, useId, useMemo, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { Slider } from '@/components/ui/slider';
import { copyText } from '@/lib/client/clipboard';
import { fill } from '@/lib/messages/messages';
import { type StepVariable, variablesOf } from '@/lib/steps/changes';
import type { StepStates } from '@/lib/steps/states';

interface StepsControlsProps {
  states: StepStates;
  at: number;
  watched: StepVariable | undefined;
  onStep: (at: number) => void;
  onWatch: (variable: StepVariable | undefined) => void;
  onChange: (direction: 1 | -1) => void;
  linkTo: ((step: number) => Promise<string> | string) | undefined;
}

/** To each step: one by one, by the slider, by the changes of a variable. */
export function StepsControls(props: StepsControlsProps) {
  const { states, at, onStep, linkTo } = props;
  const words = useMessages().steps.controls;
  const last = states.count - 1;
  const position = fill(words.position, { step: at + 1, count: states.count });
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form
    <div className="steps-controls" role="group" aria-label={words.label}>
      <div className="steps-buttons">
        <Button
          label={words.first}
          icon={ChevronFirst}
          isOff={at === 0}
          onPress={() => onStep(0)}
        />
        <Button
          label={words.back}
          icon={ChevronLeft}
          isOff={at === 0}
          onPress={() => onStep(at - 1)}
        />
        <Button
          label={words.forward}
          icon={ChevronRight}
          isOff={at === last}
          onPress={() => onStep(at + 1)}
        />
        <Button
          label={words.last}
          icon={ChevronLast}
          isOff={at === last}
          onPress={() => onStep(last)}
        />
      </div>
      <div className="steps-slide">
        <Slider
          aria-label={words.slider}
          aria-valuetext={position}
          value={at + 1}
          min={1}
          max={states.count}
          onChange={(step) => onStep(step - 1)}
        />
        <span className="steps-position">{position}</span>
      </div>
      <Watch {...props} />
      {linkTo ? <CopyLink key={at} linkTo={linkTo} step={at + 1} /> : null}
      <details className="steps-keys">
        <summary>{words.keysTitle}</summary>
        <p>{words.keys}</p>
      </details>
    </div>
  );
}

interface ButtonProps {
  label: string;
  icon: ComponentType<{ className?: string; 'aria-hidden'?: 'true' }>;
  isOff: boolean;
  onPress: () => void;
}

/** It stays where the focus is when it can do nothing more. */
function Button({ label, icon: Icon, isOff, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      className="steps-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onPress}
    >
      <Icon className="size-4" aria-hidden="true" />
    </button>
  );
}

function Watch({ states, watched, onWatch, onChange }: StepsControlsProps) {
  const { controls } = useMessages().steps;
  const id = useId();
  const variables = useMemo(() => variablesOf(states), [states]);
  const index = variables.findIndex(
    ({ frame, name }) => frame === watched?.frame && name === watched.name,
  );
  return (
    <div className="steps-watch">
      <label htmlFor={id} className="max-lg:sr-only">
        {controls.watch}
      </label>
      <Select
        id={id}
        value={String(index)}
        onChange={({ target }) => onWatch(variables[Number(target.value)])}
      >
        <option value="-1">{controls.anything}</option>
        {variables.map((variable, at) => (
          <option key={`${variable.frame}\n${variable.name}`} value={String(at)} translate="no">
            {variable.frame === '' ? variable.name : fill(controls.of, { ...variable })}
          </option>
        ))}
      </Select>
      <Button
        label={controls.previousChange}
        icon={ChevronsLeft}
        isOff={false}
        onPress={() => onChange(-1)}
      />
      <Button
        label={controls.nextChange}
        icon={ChevronsRight}
        isOff={false}
        onPress={() => onChange(1)}
      />
    </div>
  );
}

interface CopyLinkProps {
  linkTo: (step: number) => Promise<string> | string;
  step: number;
}

function CopyLink({ linkTo, step }: CopyLinkProps) {
  const { controls } = useMessages().steps;
  const [isDone, setIsDone] = useState<boolean>();
  const copy = async () => setIsDone(await copyText(await linkTo(step)));
  return (
    <span className="steps-link">
      <button
        type="button"
        className="steps-button"
        aria-label={controls.link}
        title={controls.link}
        onClick={() => void copy()}
      >
        <Link2 className="size-4" aria-hidden="true" />
      </button>
      <span role="status" className="steps-linked">
        {isDone === undefined ? '' : isDone ? controls.linked : controls.notLinked}
      </span>
    </span>
  );
}
