import { useEffect, useState } from 'react';
import { phoneRemark } from './remark-words.ts';
import { useApp } from './use-app.ts';

/** The remark for a number that is not being typed just now. */
export function usePhoneRemark(typed: string, isTyping: boolean): string | undefined {
  const app = useApp();
  const [remark, setRemark] = useState<string>();
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const text = typed.trim();
      const fault = text === '' || isTyping ? undefined : (await app.readPhone(text))?.fault;
      const region = text.startsWith('+') ? '' : await app.readRegion();
      if (!isStale) setRemark(phoneRemark(fault, region));
    };
    void read();
    return () => {
      isStale = true;
    };
  }, [app, typed, isTyping]);
  return remark;
}
