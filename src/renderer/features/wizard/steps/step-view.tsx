/** The view of each step. */
import type { ReactNode } from 'react';
import type { WizardStep } from '../../../../shared/domain/offer/finding.ts';
import { DetailsStep } from './details-step.tsx';
import { EulaStep } from './eula-step.tsx';
import { ExpiryStep } from './expiry-step.tsx';
import { PricingStep } from './pricing-step.tsx';
import { ProductBuyersStep } from './product-buyers-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { ScheduleStep } from './schedule-step.tsx';
import { ServiceStep } from './service-step.tsx';
import { TermsStep } from './terms-step.tsx';

export function StepView({ step }: { step: WizardStep }): ReactNode {
  switch (step) {
    case 'product-buyers':
      return <ProductBuyersStep />;
    case 'details':
      return <DetailsStep />;
    case 'service':
      return <ServiceStep />;
    case 'pricing':
      return <PricingStep />;
    case 'schedule':
      return <ScheduleStep />;
    case 'eula':
      return <EulaStep />;
    case 'expiry':
      return <ExpiryStep />;
    case 'terms':
      return <TermsStep />;
    case 'review':
      return <ReviewStep />;
  }
}
