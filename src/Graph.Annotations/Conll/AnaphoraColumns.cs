namespace Graph.Annotations;

/// <summary>
/// Columns of the Universal Anaphora project, as CODI-CRAC has them: brackets such as
/// <c>(EntityID=1|MarkableID=markable_3|Min=2|SemType=dn</c> that a <c>)</c> closes, with the entity's kind and what it bridges to in
/// columns beside.
/// </summary>
internal sealed class AnaphoraColumns(CorefMentions mentions, ReadingLog log)
{
    public const string Identity = "IDENTITY";
    private const string Bridging = "BRIDGING";
    private const string Semantics = "NOM_SEM";
    private const string Deixis = "DISCOURSE_DEIXIS";
    private const string Reference = "REFERENCE";
    private const string Entity = "EntityID";
    private const string Markable = "MarkableID";

    private readonly Stack<string> open = new();

    public static bool IsOwn(string column) => column is Identity or Bridging or Semantics or Deixis or Reference;

    /// <param name="getField">The field of a column of this line.</param>
    public void Read(Func<string, string> getField, TokenRange tokens, int line)
    {
        var kinds = ReadBrackets(getField(Semantics)).Where(bracket => bracket.Fields.ContainsKey(Markable))
            .DistinctBy(bracket => bracket.Fields[Markable])
            .ToDictionary(bracket => bracket.Fields[Markable], bracket => bracket.Fields, StringComparer.Ordinal);
        var entities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (fields, opens, closes) in ReadBrackets(getField(Identity)))
        {
            if (!opens)
            {
                mentions.Read(new CorefBracket(open.TryPop(out var last) ? last : "", Opens: false, Closes: true, fields), tokens, line);
                continue;
            }

            var name = fields.GetValueOrDefault(Entity) ?? fields.GetValueOrDefault(Markable) ?? "";
            if (fields.GetValueOrDefault(Markable) is { } markable)
                entities.TryAdd(markable, name);
            if (!closes)
                open.Push(name);
            mentions.Read(new CorefBracket(name, Opens: true, closes, Describe(fields, kinds)), tokens, line);
        }

        foreach (var fields in ReadBrackets(getField(Bridging)).Where(bracket => bracket.Opens).Select(bracket => bracket.Fields))
        {
            if (fields.GetValueOrDefault("EntityAnchor") is { } anchor
                && entities.TryGetValue(fields.GetValueOrDefault(Markable) ?? "", out var own))
                mentions.AddLink(fields.GetValueOrDefault("Rel") ?? "bridging", anchor, own, tokens.First, line);
            else
                log.CountLoss("bridges without an anchor");
        }

        log.CountPassed($"brackets of column '{Deixis}'", ReadBrackets(getField(Deixis)).Count(bracket => bracket.Opens));
    }

    private static Dictionary<string, string> Describe(
        Dictionary<string, string> fields, Dictionary<string, Dictionary<string, string>> kinds)
    {
        var result = fields.Where(field => field.Key is not (Entity or Markable or "Min"))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        if (kinds.GetValueOrDefault(fields.GetValueOrDefault(Markable) ?? "")?.GetValueOrDefault("Entity_Type") is { } type)
            result["etype"] = type;
        return result;
    }

    private static IEnumerable<(Dictionary<string, string> Fields, bool Opens, bool Closes)> ReadBrackets(string cell)
    {
        for (var at = 0; at < cell.Length;)
        {
            if (cell[at] == ')')
            {
                yield return ([], false, true);
                at++;
                continue;
            }

            if (cell[at] != '(')
            {
                at++;
                continue;
            }

            var end = cell.AsSpan(at + 1).IndexOfAny('(', ')');
            end = end < 0 ? cell.Length : at + 1 + end;
            var closes = end < cell.Length && cell[end] == ')';
            var fields = cell[(at + 1)..end].Split('|').Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
                .DistinctBy(field => field[0]).ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);
            yield return (fields, true, closes);
            at = closes ? end + 1 : end;
        }
    }
}
