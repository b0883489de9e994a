import { Screen } from '../../ui/Screen.tsx';
import { AccountSections } from './AccountSections.tsx';
import { ContactDatabaseSection } from './ContactDatabaseSection.tsx';
import { PhoneSection } from './PhoneSection.tsx';
import { RefusedSection } from './RefusedSection.tsx';
import { RegionSection } from './RegionSection.tsx';

export function SettingsScreen() {
  return (
    <Screen title="Settings">
      <ContactDatabaseSection />
      <RefusedSection />
      <PhoneSection />
      <RegionSection />
      <AccountSections />
    </Screen>
  );
}
