using System.Reflection;

namespace Beleg.App.Dashboard.Layout;

/// <summary>What the program says of itself.</summary>
internal static class Product
{
    /// <summary>Version without the commit.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
