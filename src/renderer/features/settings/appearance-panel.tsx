/** Language and theme; both take effect at once. */
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { LANGUAGES, type Language } from '../../../shared/contract/app.ts';
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useAppearance, type Theme } from '../../stores/appearance.ts';

const SYSTEM = 'system';
const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export function AppearancePanel() {
  const t = useTexts('settings');
  const common = useTexts('common');
  const { language, setLanguage, theme, setTheme } = useAppearance();
  const languages = [
    { value: SYSTEM, label: common('theme.system') },
    ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
  ];
  return (
    <Container header={<Header variant="h2">{t('appearance.title')}</Header>}>
      <SpaceBetween size="m">
        <FormField label={t('appearance.language')}>
          <Select
            selectedOption={languages.find(({ value }) => value === (language ?? SYSTEM)) ?? null}
            options={languages}
            onChange={({ detail }) => {
              const { value } = detail.selectedOption;
              setLanguage(value === SYSTEM ? null : (value as Language));
            }}
          />
        </FormField>
        <FormField label={common('theme.title')}>
          <RadioGroup
            value={theme}
            items={THEMES.map((value) => ({ value, label: common(`theme.${value}`) }))}
            onChange={({ detail }) => setTheme(detail.value as Theme)}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
