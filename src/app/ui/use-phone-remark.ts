import { useEffect, useState } from 'react';
import type { PhoneReading } from '../../exchange/phone.ts';
import type { App } from '../ports/app.ts';
import { phoneRemark } from './remark-words.ts';
import { useApp } from './use-app.ts';

/** A save does not wait for the reader of numbers; a remark does. */
async function readPatiently(app: App, text: string): Promise<PhoneReading | undefined> {
  const soon = await app.readPhone(text);
  if (soon !== undefined) return soon;
  // They come with it.
  await app.listPhoneRegions();
  return app.readPhone(text);
}

/** The remark for a number that is not being typed just now. */
export function usePhoneRemark(typed: string, isTyping: boolean): string | undefined {
  const app = useApp();
  const [remark, setRemark] = useState<string>();
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const text = typed.trim();
      const fault = text === '' || isTyping ? undefined : (await readPatiently(app, text))?.fault;
      const region = text.startsWith('+') ? '' : await app.readRegion();
      if (!isStale) setRemark(phoneRemark(fault, region));
    };
    void read().catch(() => undefined);
    return () => {
      isStale = true;
    };
  }, [app, typed, isTyping]);
  return remark;
}
