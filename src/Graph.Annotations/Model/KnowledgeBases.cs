namespace Graph.Annotations;

/// <summary>
/// Knowledge bases whose entries have several addresses, or are written as their numbers alone: these are one link, whichever a file has.
/// </summary>
internal static class KnowledgeBases
{
    private static readonly (string Authority, string Host, string Path)[] All =
    [
        ("gnd", "d-nb.info", "/gnd/"),
        ("viaf", "viaf.org", "/viaf/"),
        ("geonames", "geonames.org", "/"),
        ("pleiades", "pleiades.stoa.org", "/places/"),
    ];

    public static bool IsKnown(string authority) => Array.Exists(All, known => known.Authority == authority);

    /// <summary>An entry by its address; null where that is of none of these, or of another of its pages.</summary>
    public static EntityLink? FromAddress(Uri address)
    {
        foreach (var (authority, host, path) in All)
        {
            if ((address.Host == host || address.Host.EndsWith($".{host}", StringComparison.Ordinal))
                && address.AbsolutePath.StartsWith(path, StringComparison.Ordinal)
                && address.AbsolutePath[path.Length..].Split('/')[0] is var id
                && IsEntry(id))
                return new EntityLink(authority, id);
        }

        return null;
    }

    public static EntityLink? FromShortId(Uri shortId) =>
        IsKnown(shortId.Scheme) && IsEntry(shortId.AbsolutePath) ? new EntityLink(shortId.Scheme, shortId.AbsolutePath) : null;

    private static bool IsEntry(string id) =>
        id.Length > 0 && char.IsAsciiDigit(id[0]) && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');
}
