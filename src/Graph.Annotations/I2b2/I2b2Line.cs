using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Words of a text by the line and word of the first and the last of them.</summary>
internal readonly record struct I2b2Place(string Words, int FirstLine, int FirstWord, int LastLine, int LastWord);

/// <summary>A line such as <c>c="a fever" 3:2 3:3||t="problem"</c>: places, and values by a letter, in their order.</summary>
internal sealed record I2b2Line(ImmutableArray<I2b2Place> Places, IReadOnlyDictionary<char, string> Values)
{
    private const string Separator = "||";

    /// <summary>Null where a part is neither.</summary>
    public static I2b2Line? Read(string line)
    {
        var places = ImmutableArray.CreateBuilder<I2b2Place>();
        var values = new Dictionary<char, string>();
        foreach (var part in line.Split(Separator))
        {
            if (ReadPlace(part) is { } place)
                places.Add(place);
            else if (Regex.Match(part, "^([a-z])=\"(.*)\"$", RegexOptions.CultureInvariant) is { Success: true } value)
                values.TryAdd(value.Groups[1].Value[0], value.Groups[2].Value);
            else
                return null;
        }

        return places.Count == 0 ? null : new I2b2Line(places.ToImmutable(), values);
    }

    private static I2b2Place? ReadPlace(string part)
    {
        var match = Regex.Match(part, "^c=\"(.*)\" (\\d{1,8}):(\\d{1,8}) (\\d{1,8}):(\\d{1,8})$", RegexOptions.CultureInvariant);
        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return match.Success ? new I2b2Place(match.Groups[1].Value, Number(2), Number(3), Number(4), Number(5)) : null;
    }
}
