/** A month with what comes up on each day. Arrows move by days and weeks, Home and End within the week, PageUp and PageDown by months. */
import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import type { RadarKind } from '../../../../shared/domain/agreement/radar.ts';
import { addDays, addMonths } from '../../../../shared/domain/dates/plain-date.ts';
import { useFormat, useLanguage, useTexts } from '../../../i18n/context.tsx';
import './calendar.css';
import { firstDayOf, monthOf, type Month } from './month.ts';

export interface DayCount {
  readonly date: string;
  readonly kind: RadarKind;
  readonly count: number;
}

interface RadarCalendarProps {
  readonly counts: readonly DayCount[];
  readonly day: string;
  readonly today: string;
  onDay(day: string): void;
}

const COLOURS: Record<RadarKind, BadgeProps['color']> = {
  ends: 'red',
  renews: 'green',
  'adjust-by': 'severity-medium',
  'opt-out-by': 'grey',
  payment: 'blue',
  'offer-expires': 'severity-low',
  'request-decides': 'severity-high',
};

export function useMonth(day: string): Month {
  const language = useLanguage();
  return useMemo(() => monthOf(day, firstDayOf(language)), [day, language]);
}

export function RadarCalendar({ counts, day, today, onDay }: RadarCalendarProps) {
  const t = useTexts('radar');
  const language = useLanguage();
  const month = useMonth(day);
  const title = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return (
    <SpaceBetween size="s">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              iconName="angle-left"
              ariaLabel={t('calendar.previous')}
              onClick={() => onDay(addMonths(day, -1))}
            />
            <Button onClick={() => onDay(today)}>{t('calendar.today')}</Button>
            <Button iconName="angle-right" ariaLabel={t('calendar.next')} onClick={() => onDay(addMonths(day, 1))} />
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      <MonthGrid label={title} month={month} counts={counts} day={day} today={today} onDay={onDay} />
    </SpaceBetween>
  );
}

function MonthGrid({ label, month, day, today, counts, onDay }: RadarCalendarProps & { label: string; month: Month }) {
  const language = useLanguage();
  const moved = useRef(false);
  const focused = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (moved.current) focused.current?.focus();
    moved.current = false;
  }, [day]);
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, day, month);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    onDay(next);
  };
  return (
    <table className="radar-calendar" role="grid" aria-label={label}>
      <thead>
        <tr>
          {month.weeks[0]?.map((date) => (
            <th key={date} scope="col">
              <Box variant="strong">{names.format(new Date(`${date}T00:00:00Z`))}</Box>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <DayCell
                key={date}
                ref={date === day ? focused : null}
                date={date}
                isSelected={date === day}
                isToday={date === today}
                isOther={date.slice(0, 7) !== day.slice(0, 7)}
                counts={counts.filter((each) => each.date === date)}
                onSelect={() => onDay(date)}
                onKeyDown={onKeyDown}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayAfterKey(key: string, day: string, month: Month): string | null {
  const week = month.weeks.find((each) => each.includes(day));
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return week?.at(0) ?? null;
    case 'End':
      return week?.at(-1) ?? null;
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}

interface DayCellProps {
  readonly ref: Ref<HTMLTableCellElement>;
  readonly date: string;
  readonly isSelected: boolean;
  readonly isToday: boolean;
  readonly isOther: boolean;
  readonly counts: readonly DayCount[];
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

function DayCell({ ref, date, counts, isSelected, isToday, isOther, onSelect, onKeyDown }: DayCellProps) {
  const t = useTexts('radar');
  const format = useFormat();
  const says = counts.map(({ kind, count }) => `${t(`kind.${kind}`)}: ${format.count(count)}`);
  const label = [format.date(date), ...(says.length > 0 ? says : [t('calendar.nothing')])].join(', ');
  return (
    <td
      ref={ref}
      role="gridcell"
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected}
      aria-current={isToday ? 'date' : undefined}
      className={isOther ? 'radar-other-month' : undefined}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span className="radar-spoken">{label}</span>
      <div aria-hidden="true">
        <span className={isToday ? 'radar-today' : undefined}>
          <Box variant={isToday ? 'strong' : 'span'}>{Number(date.slice(8))}</Box>
        </span>
        <SpaceBetween size="xxxs">
          {counts.map(({ kind, count }) => (
            <Badge key={kind} color={COLOURS[kind] ?? 'grey'}>
              {t(`short.${kind}`)} {format.count(count)}
            </Badge>
          ))}
        </SpaceBetween>
      </div>
    </td>
  );
}
