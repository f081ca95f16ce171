export const useSession = (): string => 'someone';
