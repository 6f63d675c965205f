import { Text } from '@mantine/core';

/** There is nothing yet. `hint`: how something comes here. */
export function NothingHere({ text, hint }: { text: string; hint: string }) {
  return (
    <div>
      <Text>{text}</Text>
      <Text c="dimmed">{hint}</Text>
    </div>
  );
}
