export const ImportPlan = () => null;
