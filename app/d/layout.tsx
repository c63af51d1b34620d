export { StepsLayout as default } from '@/app/steps-layout';
