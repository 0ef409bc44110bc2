import { TextsProvider, useTexts } from '../i18n/context.tsx';

function Title() {
  const t = useTexts('common');
  return <h1>{t('app.name')}</h1>;
}

export function App() {
  return (
    <TextsProvider language="en">
      <Title />
    </TextsProvider>
  );
}
