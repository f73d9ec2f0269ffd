namespace Beleg.Sources.Erasing;

/// <summary>What a translation says, as bytes: two bodies with one meaning give the same facts.</summary>
internal static class Meaning
{
    public static byte[] Of(Translation translation)
    {
        var writer = new EventWriter();
        foreach (var (item, happened) in translation.Events)
        {
            writer.Int(item);
            EventCodec.Write(happened, writer);
        }

        foreach (var refusal in translation.Refusals)
        {
            writer.Int(refusal.Item);
            writer.Int((int)refusal.Reason);
        }

        return writer.Written.ToArray();
    }
}
