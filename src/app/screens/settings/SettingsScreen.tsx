import { Screen } from '../../ui/Screen.tsx';
import { AccountSections } from './AccountSections.tsx';
import { CalendarSection } from './CalendarSection.tsx';
import { CardReadingSection } from './CardReadingSection.tsx';
import { ContactDatabaseSection } from './ContactDatabaseSection.tsx';
import { DevicesSection } from './DevicesSection.tsx';
import { HelloWordsSection } from './HelloWordsSection.tsx';
import { PhoneSection } from './PhoneSection.tsx';
import { PlacesSection } from './PlacesSection.tsx';
import { RecordingsSection } from './RecordingsSection.tsx';
import { RefusedSection } from './RefusedSection.tsx';
import { RegionSection } from './RegionSection.tsx';
import { RemindersSection } from './RemindersSection.tsx';
import { SpeechSection } from './SpeechSection.tsx';
import { UnsentSection } from './UnsentSection.tsx';

export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <ContactDatabaseSection />
      <UnsentSection />
      <RefusedSection />
      <DevicesSection />
      <RemindersSection />
      <CalendarSection />
      <PhoneSection />
      <CardReadingSection />
      <SpeechSection />
      <RecordingsSection />
      <RegionSection />
      <PlacesSection />
      <HelloWordsSection />
      <AccountSections />
    </Screen>
  );
}
