#pragma warning disable IDE0005 // The alias stands whether or not a file of this project speaks of periods.
global using Period = Beleg.Primitives.Period;
