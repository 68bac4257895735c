using Graph.Fuzz.Entries;

namespace Graph.Fuzz.Running;

/// <summary>An input for which something does not hold.</summary>
internal sealed record Finding(string Entry, int Seed, string What)
{
    /// <summary>
    /// What is the same for all inputs that fail for one reason, as far as one can tell: the exception and where it was thrown.
    /// </summary>
    public string Kind { get; private init; } = What;

    private const int MostTold = 1500;

    public static Finding From(string entry, int seed, Exception exception)
    {
        if (exception is FindingException)
            return new Finding(entry, seed, exception.Message.Length > MostTold ? exception.Message[..MostTold] : exception.Message)
            {
                Kind = new string([.. exception.Message.Take(40).Where(sign => !char.IsAsciiDigit(sign))])
            };

        var places = (exception.StackTrace ?? "").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("at Graph.", StringComparison.Ordinal));
        return new Finding(entry, seed, exception.ToString()) { Kind = $"{exception.GetType()} {places.FirstOrDefault()}" };
    }
}
