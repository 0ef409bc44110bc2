/** Switches the active account: type to find, arrows to choose, Enter; or the mouse. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AccountDot } from '../components/account-badge.tsx';
import { DialogFocus } from '../components/dialog-focus.tsx';
import { useAccounts } from '../components/use-accounts.ts';
import { useTexts } from '../i18n/context.tsx';
import { useActiveAccount, useChooseAccount } from '../stores/active-account.ts';
import { findChoices, toPathAfterSwitch } from './account-choices.ts';

export function AccountSwitcher({ onClose }: { onClose(): void }) {
  const t = useTexts('common');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const active = useActiveAccount();
  const choose = useChooseAccount();
  const { accounts } = useAccounts();
  const search = useRef<InputProps.Ref>(null);
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const choices = findChoices(accounts, text);
  const current = choices.findIndex((choice) => (choice?.key ?? null) === active);
  const at = Math.min(marked ?? (text ? 0 : Math.max(0, current)), choices.length - 1);

  const pick = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) return;
    choose(choice?.key ?? null);
    onClose();
    const path = toPathAfterSwitch(pathname);
    if (path !== pathname) void navigate(path);
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setMarked((at + 1) % Math.max(1, choices.length));
    else if (key === 'ArrowUp') setMarked((at - 1 + choices.length) % Math.max(1, choices.length));
    else if (key === 'Enter') pick(at);
    else return false;
    return true;
  };

  return (
    <Modal
      visible
      header={t('account.switch')}
      onDismiss={onClose}
      footer={
        <Button
          onClick={() => {
            onClose();
            void navigate('/accounts');
          }}
        >
          {t('account.manage')}
        </Button>
      }
    >
      <DialogFocus on={search} />
      <SpaceBetween size="s">
        <Input
          type="search"
          ref={search}
          value={text}
          ariaLabel={t('account.find')}
          placeholder={t('account.find')}
          nativeInputAttributes={{
            role: 'combobox',
            'aria-expanded': true,
            'aria-autocomplete': 'list',
            'aria-controls': 'switcher-list',
            ...(choices.length > 0 ? { 'aria-activedescendant': `switcher-option-${at}` } : {}),
          }}
          onChange={({ detail }) => {
            setText(detail.value);
            setMarked(null);
          }}
          onKeyDown={(event) => {
            if (!event.detail.isComposing && onKey(event.detail.key)) event.preventDefault();
          }}
        />
        <ul id="switcher-list" className="switcher-list" role="listbox" aria-label={t('account.switch')}>
          {choices.map((choice, index) => (
            // The keyboard works through the field above, as a combobox does.
            <li
              key={choice?.key ?? '*'}
              id={`switcher-option-${index}`}
              className="switcher-option"
              role="option"
              aria-selected={index === at}
              // Moved, not merely there: a pointer that rests where the list opens chooses nothing.
              onMouseMove={() => setMarked(index)}
              onClick={() => pick(index)}
            >
              {choice ? <AccountDot colour={choice.colour} /> : <span className="account-dot" />}
              <span className="switcher-option-name">{choice?.name ?? t('account.all')}</span>
              {choice && <Box color="text-body-secondary">{choice.awsAccountId}</Box>}
              {(choice?.key ?? null) === active && <Box color="text-status-success">{t('account.active')}</Box>}
            </li>
          ))}
        </ul>
        {choices.length === 0 && <Box color="text-body-secondary">{t('account.noneFound', { text })}</Box>}
      </SpaceBetween>
    </Modal>
  );
}
