using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Beleg.App.Security;

/// <summary>Keys of form tokens, in memory only: a form lives for minutes, a restart costs a reload, and nothing secret lies on the disk.</summary>
internal sealed class FleetingKeys : IXmlRepository
{
    private readonly Lock gate = new();
    private readonly List<XElement> elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (gate)
            return [.. elements];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (gate)
            elements.Add(element);
    }
}
