using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// A text whose annotations are tags in it, <c>&lt;ARG0&gt;they met&lt;/ARG0&gt;</c>, each called after a type. Of two that are called like
/// the ends of a relation, such as <c>e1</c> and <c>e2</c>, a field beside says what holds between them. Several texts that differ in their
/// tags alone are one; each may have two roles of its own, of which one leads to the other.
/// </summary>
internal sealed partial class MarkedTextShape() : JsonShape("tags in a text")
{
    // Spans that are called after what they are to each other.
    private static readonly ImmutableArray<(string Source, string Target)> Roles = [("ARG0", "ARG1"), ("cause", "effect")];

    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = Find(root)!;
        var texts = root.Get(name).Texts().Select(MarkedWords.Read).OfType<MarkedWords>().ToList();
        var text = texts[0].Text;
        var type = root.EnumerateObject().FirstOrDefault(property => property.Value.ValueKind == JsonValueKind.String
            && JsonText.GetName(property) != name && RelationListLayout.IsType(JsonText.GetName(property)));
        var ends = RelationListLayout.ListEnds([.. texts[0].Spans.Select(span => span.Name).Distinct()]).FirstOrDefault();
        var isPair = ends.Source is not null && type.Value.ValueKind == JsonValueKind.String;

        // The same text without its tags says nothing more, nor do the words of the two ends.
        var said = root.EnumerateObject()
            .Where(property => property.Value.Text() is { } other && (other.Trim() == text.Trim() || (isPair && texts[0].HasWords(other))))
            .Select(JsonText.GetName);
        reading.CountUnread(root, said.Append(name).Append(isPair ? JsonText.GetName(type) : name).ToHashSet(StringComparer.Ordinal));
        var draft = reading.CreateDraft(record, text);
        foreach (var marked in texts)
        {
            if (marked.Text != text)
                reading.Log.CountLoss($"texts of '{name}' that are not the first one");
            else
                Add(marked, isPair ? ends : default, draft);
            if (marked.Text == text && !isPair && marked.FindRoles(Roles) is { } roles)
                AddRelation($"{roles.Source}-{roles.Target}", roles, marked, draft);
        }

        if (isPair)
            AddRelation(JsonText.Get(type.Value), ends, texts[0], draft);
        yield return draft.ToArticle();
    }

    /// <summary>The ends of a relation have no types of their own.</summary>
    private static void Add(MarkedWords marked, (string? Source, string? Target) ends, JsonArticleDraft draft)
    {
        foreach (var (name, span) in marked.Spans)
        {
            var type = name == ends.Source || name == ends.Target ? "" : name;
            if (!draft.Mentions.Any(mention => mention.Span == span && mention.Type == type))
                draft.AddMention(null, [type], span);
        }
    }

    private static void AddRelation(string type, (string Source, string Target) ends, MarkedWords marked, JsonArticleDraft draft)
    {
        int? Find(string end) => marked.Spans.Where(span => span.Name == end).Select(span => draft.FindMention(span.Span)).FirstOrDefault();
        if (NoRelation.Is(type))
            draft.Log.Count("pairs without a relation");
        else
            draft.AddRelation(null, type, Find(ends.Source), Find(ends.Target));
    }

    /// <summary>The field with such a text, or with a list of them.</summary>
    private static string? Find(JsonElement record) => !record.IsObject() ? null : record.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.String || property.Value.IsTexts())
        .Where(property => property.Value.Texts().Any(text => text.Contains("</", StringComparison.Ordinal))
            && property.Value.Texts().Any(IsMarked))
        .Select(JsonText.GetName)
        .FirstOrDefault(name => !JsonPath.IsPath(name));

    private static bool IsMarked(string text) =>
        MarkedWords.Read(text) is { Spans.IsEmpty: false } marked && !marked.Spans.Any(span => WebMarkup.Has(span.Name));

    [GeneratedRegex(@"<(?<end>/?)(?<name>[A-Za-z][\w.:-]*)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>A text without its tags, and what these enclose.</summary>
    private sealed record MarkedWords(string Text, ImmutableArray<(string Name, TextSpan Span)> Spans)
    {
        public bool HasWords(string words) => Spans.Any(span => Text.AsSpan(span.Span.Start, span.Span.Length).SequenceEqual(words));

        /// <summary>The names of two roles that each have one span here; null where there are none.</summary>
        public (string Source, string Target)? FindRoles(ImmutableArray<(string Source, string Target)> known)
        {
            string? FindOnly(string role) =>
                Spans.Where(span => span.Name.Equals(role, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only.Name : null;
            return known.Select(roles => (Source: FindOnly(roles.Source), Target: FindOnly(roles.Target)))
                .Where(roles => roles is { Source: not null, Target: not null })
                .Select(roles => ((string, string)?)(roles.Source!, roles.Target!)).FirstOrDefault();
        }

        /// <summary>Null where a tag has no other that closes or opens it.</summary>
        public static MarkedWords? Read(string marked)
        {
            var text = new System.Text.StringBuilder();
            var open = new List<(string Name, int Start)>();
            var spans = ImmutableArray.CreateBuilder<(string Name, TextSpan Span)>();
            var last = 0;
            foreach (Match tag in Tag().Matches(marked))
            {
                text.Append(marked, last, tag.Index - last);
                last = tag.Index + tag.Length;
                var name = tag.Groups["name"].Value;
                if (tag.Groups["end"].Length == 0)
                {
                    open.Add((name, text.Length));
                    continue;
                }

                // Tags of several relations may overlap.
                var at = open.FindLastIndex(other => other.Name == name);
                if (at < 0)
                    return null;
                if (Trim(text, open[at].Start) is { Length: > 0 } span)
                    spans.Add((name, span));
                open.RemoveAt(at);
            }

            text.Append(marked, last, marked.Length - last);
            return open.Count > 0
                ? null
                : new MarkedWords(text.ToString(), [.. spans.OrderBy(span => span.Span.Start).ThenByDescending(span => span.Span.Length)]);
        }

        /// <summary>From a start to the end of what was written so far, without blanks at its ends.</summary>
        private static TextSpan Trim(System.Text.StringBuilder text, int start)
        {
            var end = text.Length;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (start < end && char.IsWhiteSpace(text[end - 1]))
                end--;
            return TextSpan.FromBounds(start, end);
        }
    }
}
