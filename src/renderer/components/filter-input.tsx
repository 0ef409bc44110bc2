/** A text filter that paints each key at once and asks for the list when the typing pauses. */
import Input from '@cloudscape-design/components/input';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 150;

interface FilterInputProps {
  readonly value: string;
  readonly label: string;
  onChange(value: string): void;
}

export function FilterInput({ value, label, onChange }: FilterInputProps) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    // Changed from elsewhere: a cleared filter, an address.
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  return (
    <Input
      type="search"
      value={typed}
      ariaLabel={label}
      placeholder={label}
      onChange={({ detail }) => setTyped(detail.value)}
    />
  );
}
