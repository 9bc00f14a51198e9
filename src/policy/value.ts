/** Figures behind the worth of a customer; one currency, whole or decimal units, rate and loss as shares of one. */
export interface ValueFigures {
  readonly firstPrice: number;
  readonly acquisition: number;
  readonly yearlyRevenue: number;
  readonly rate: number;
  readonly years: number;
  /** A further purchase now and each year; 0 when there is none. */
  readonly furtherPurchase: number;
}

/** What one unit a year is worth today, over so many years. At a rate of 0 it is the years themselves. */
export const annuity = (rate: number, years: number): number =>
  rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;

/**
 * What a customer is worth over the years they stay, unrounded.
 * First price less what winning them cost, and the yearly revenue at today's worth, with any further purchase.
 *
 * @clause S3.3
 */
export const customerValue = (figures: ValueFigures): number => {
  const { firstPrice, acquisition, yearlyRevenue, rate, years, furtherPurchase } = figures;
  return (
    firstPrice -
    acquisition +
    yearlyRevenue * annuity(rate, years) +
    furtherPurchaseValue(furtherPurchase, rate, years)
  );
};

/** What a further purchase now and in each year is worth today, unrounded (S3.3). */
export const furtherPurchaseValue = (amount: number, rate: number, years: number): number =>
  amount + amount * annuity(rate, years);

/** What losing a customer costs, the harm to our name included, unrounded. */
export const customerLoss = (value: number, goodwill: number): number => value * (1 + goodwill);

/**
 * What dissatisfaction costs beyond those who complain: only a share of the dissatisfied does.
 *
 * @param complaints how many complained
 * @param loss loss of one customer, goodwill included
 * @param settled share of complaints settled, 0 to 1
 * @param share of the dissatisfied who complain, 0 to 1
 * @clause S3.4
 */
export const silentLoss = (given: {
  readonly complaints: number;
  readonly loss: number;
  readonly settled: number;
  readonly share: number;
}): number => {
  const { complaints, loss, settled, share } = given;
  const silent = complaints / share - complaints;
  return loss * silent + loss * complaints * (1 - settled);
};

/** Years a customer stays where such a share leaves each year; Infinity when none leaves (S3.7). */
export const yearsAsCustomer = (churn: number): number => 1 / churn;
