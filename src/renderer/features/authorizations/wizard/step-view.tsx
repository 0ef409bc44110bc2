/** The view of each step. */
import type { ReactNode } from 'react';
import type { AuthorizationStep } from '../../../../shared/domain/authorization/finding.ts';
import { ScheduleStep } from '../../wizard/steps/schedule-step.tsx';
import { DetailsStep } from './details-step.tsx';
import { LegalStep } from './legal-step.tsx';
import { PricingStep } from './pricing-step.tsx';
import { ProductPartnerStep } from './product-partner-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { ValidityStep } from './validity-step.tsx';

export function AuthorizationStepView({ step }: { step: AuthorizationStep }): ReactNode {
  switch (step) {
    case 'product-partner':
      return <ProductPartnerStep />;
    case 'details':
      return <DetailsStep />;
    case 'pricing':
      return <PricingStep />;
    case 'schedule':
      return <ScheduleStep />;
    case 'legal':
      return <LegalStep />;
    case 'validity':
      return <ValidityStep />;
    case 'review':
      return <ReviewStep />;
  }
}
