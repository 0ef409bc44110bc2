/** A page for an address behind which there is nothing: what that means, and the way back. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { usePage } from '../stores/page.ts';

interface NothingHereProps {
  readonly title: string;
  readonly body: string;
  readonly back: { readonly text: string; readonly path: string };
}

export function NothingHere({ title, body, back }: NothingHereProps) {
  const navigate = useNavigate();
  usePage({ title });
  return (
    <ContentLayout header={<Header variant="h1">{title}</Header>}>
      <SpaceBetween size="m">
        <Box>{body}</Box>
        <Button onClick={() => void navigate(back.path)}>{back.text}</Button>
      </SpaceBetween>
    </ContentLayout>
  );
}
