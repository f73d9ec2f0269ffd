using Beleg.App.Commands;

return await CommandLine.Standard().RunAsync(args, ConsoleSurface.Standard());
