using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Chinese text of which each word has its part of speech, as the People's Daily has it: <c>江/nr 泽民/nr 在/p 北京/ns</c>, with names of several
/// words in brackets, <c>[中央/n 电台/n]nt</c>. Those of people, places, organizations and other proper nouns are names. A line may begin
/// with the number of its paragraph, <c>19980101-01-003-002/m</c>, which tells articles apart.
/// </summary>
internal sealed class InlineNounFormat() : SingleFileFormat("inline-nouns")
{
    private const int Sample = 400;
    private const double Share = 0.95;

    protected override bool Fits(AnnotationFile file) => !FileKinds.NotTagged.Contains(file.Extension) && IsTagged(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) => new InlineNounReader(file, log).Read();

    /// <summary>Nearly all words have a part of speech, several different ones, and one is a name.</summary>
    private static bool IsTagged(string head)
    {
        if (!head.Contains('/') || head.AsSpan().IndexOfAnyInRange('\u3400', '\u9FFF') < 0)
            return false;
        var items = head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Take(Sample).ToList();
        var tags = items.Select(
            item => Regex.Match(item, @"^\[*[^/\s].*?/(?<tag>[a-zA-Z]{1,4}\d?)(\]/?[a-z]{1,4}\d?)*$", RegexOptions.CultureInvariant))
            .Where(match => match.Success).Select(match => match.Groups["tag"].Value).ToList();
        return tags.Count > 3
            && tags.Count >= items.Count * Share
            && tags.Exists(InlineNouns.IsName)
            && tags.Exists(tag => tag is "v" or "n" or "p" or "u" or "w")
            && tags.Distinct(StringComparer.Ordinal).Count() > 2;
    }
}

internal static class InlineNouns
{
    /// <summary>
    /// Whether a part of speech is that of a name: of people, places, organizations, and other proper nouns, with their kinds.
    /// </summary>
    public static bool IsName(string tag) => tag is ['n', 'r' or 's' or 't' or 'z', ..];
}
