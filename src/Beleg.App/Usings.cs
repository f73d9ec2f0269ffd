// TRICKY: NodaTime has a Period of its own (a calendar amount). In this product the word means a half-open run of days.
#pragma warning disable IDE0005 // The alias stands whether or not a file of this project speaks of periods.
global using Period = Beleg.Primitives.Period;
