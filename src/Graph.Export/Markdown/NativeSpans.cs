using System.Globalization;
using Graph.Query.Syntax;

namespace Graph.Export;

/// <summary>The braces behind the words of a mention: <c>{.Country #russia wikidata=Q159}</c>.</summary>
internal sealed class NativeSpans(AnnotatedEntities entities, HashSet<int> described, LossLedger losses)
{
    private const string Confidence = "confidence";
    private const string Sense = "sense";
    private readonly AnnotationWords words = new(losses);

    public string Write(ArticleMention mention)
    {
        var entity = entities.Get(mention.Node);
        var parts = entities.ListLabels(mention).Select(name => $".{words.Name(name, "}")}")
            .Append(Reference(entity.Key))
            .Concat(entity.Link is { } link ? [Pair(link.Authority, link.Id)] : [])
            .Concat(ListMentionPairs(mention))
            .Concat(ListEntityPairs(mention.Node, entity));
        return $"{{{string.Join(' ', parts)}}}";
    }

    public static string Reference(string key) => FactPrinter.Reference(new EntityReferenceSyntax(key));

    /// <summary>Any other pair would describe the entity.</summary>
    private IEnumerable<string> ListMentionPairs(ArticleMention mention)
    {
        foreach (var (key, value) in entities.ListProperties(mention))
        {
            if (key == Sense && value.Kind == ValueKind.String)
                yield return Pair(key, value.AsString());
            else if (key == Confidence && value is { IsNumber: true } && value.AsNumber() is >= 0 and <= 1)
                yield return Pair(key, value.AsNumber().ToString("R", CultureInfo.InvariantCulture));
            else
                losses.Count($"'{key}' of a mention is not written", $"'{key}' of mentions are not written");
        }
    }

    /// <summary>Once for each entity.</summary>
    private IEnumerable<string> ListEntityPairs(int node, AnnotatedEntity entity)
    {
        if (!described.Add(node))
            yield break;

        if (entity.HasOtherNames && entity.Name.Length > 0)
            yield return Pair(StoreNames.Name, entity.Name);
        foreach (var (key, value) in entity.Properties)
        {
            if (value.Kind is ValueKind.List or ValueKind.Map || key is Confidence or Sense || PlainText.Format(value).Length == 0)
            {
                losses.Count($"'{key}' of an entity is not written", $"'{key}' of entities are not written");
                continue;
            }

            if (value.Kind != ValueKind.String)
                losses.Note("dates and numbers of entities are written as texts");
            yield return Pair(key, PlainText.Format(value));
        }
    }

    private string Pair(string key, string value)
    {
        var text = words.Line(value);
        var isWord = !text.Any(sign => char.IsWhiteSpace(sign) || sign is '}' or '"' or '`');
        var written = isWord ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"{words.Name(key, ".#=}\"`")}={written}";
    }
}
