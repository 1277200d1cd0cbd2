export { StudentAccountPage as default } from './account-page.tsx'
