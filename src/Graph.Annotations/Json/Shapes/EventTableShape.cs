using System.Globalization;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Events by rows, as ACLED, ICEWS, GDELT, POLECAT, UCDP, SCAD, MMAD and the Global Terrorism Database code them from news: what
/// happened, when, between whom and where. A row is an article, its text the notes of who coded it, with one event; actors and places are
/// entities by their names, further columns are properties of the event.
/// </summary>
internal sealed class EventTableShape() : JsonShape("coded events")
{
    private static readonly EventColumns[] Layouts =
    [
        new("EVENT_ID_CNTY", "EVENT_DATE", "EVENT_TYPE", "NOTES", "SOURCE",
            [("ACTOR1", "actor1"), ("ACTOR2", "actor2"), ("LOCATION", "location")], "COUNTRY"),
        new("GLOBALEVENTID", "SQLDATE", "EventCode", "", "SOURCEURL",
            [("Actor1Name", "actor1"), ("Actor2Name", "actor2"), ("ActionGeo_FullName", "location")], "ActionGeo_CountryCode"),
        new("eid", "year+month+day", "code", "", "", [("source", "source"), ("target", "target"), ("placename", "location")],
            "countryname"),
        new("event_id_cnty", "event_date", "event_type", "notes", "source",
            [("actor1", "actor1"), ("actor2", "actor2"), ("location", "location")], "country"),
        new("Event ID", "Event Date", "Event Text", "", "Publisher",
            [("Source Name", "source"), ("Target Name", "target"), ("City", "location")], "Country"),
        new("Event ID", "Event Date", "Event Type", "Headline", "Source",
            [("Actor Name", "actor"), ("Recipient Name", "recipient"), ("City", "location")], "Country"),
        new("id", "date_start", "type_of_violence", "source_headline", "source_office",
            [("side_a", "side_a"), ("side_b", "side_b"), ("where_coordinates", "location")], "country"),
        new("GlobalEventID", "Day", "EventCode", "", "SOURCEURL",
            [("Actor1Name", "actor1"), ("Actor2Name", "actor2"), ("ActionGeo_Fullname", "location")], "ActionGeo_CountryCode"),
        new("eventid", "iyear+imonth+iday", "attacktype1_txt", "summary", "",
            [("gname", "perpetrator"), ("target1", "target"), ("city", "location")], "country_txt"),
        new("eventid", "styr+stmo+stday", "etype", "notes", "",
            [("actor1", "actor1"), ("actor2", "actor2"), ("actor3", "actor3"), ("target1", "target1"), ("target2", "target2"),
                ("elocal", "location")], "countryname"),
        new("id", "startyear+startmonth+startday", "protesterdemand1", "notes", "sources",
            [("protesteridentity", "protester"), ("location", "location")], "country"),
        new("id_event", "event_date", "event_type", "", "source", [("actor", "actor"), ("actors", "actor"), ("location", "location")],
            "cowcode"),
        new("id", "year+month+day", "code", "", "url",
            [("source_actor_full", "source"), ("target_actor_full", "target"), ("placename", "location")], "countryname"),
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "d MMMM yyyy", "dd-MMM-yyyy", "d-MMMM-yyyy"];

    /// <summary>Whether the columns of a table are those of coded events.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        Layouts.Any(layout => layout.Needed.All(names.Contains) && layout.Ends.Any(end => names.Contains(end.Column)));

    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var columns = Find(root)!;
        var entities = new List<EntityDescription>();
        var participants = new List<Participant>();
        foreach (var (column, role) in columns.Ends.Where(end => root.TextOf(end.Column) is not null))
        {
            // Towns of one name lie in several countries.
            var name = root.Text(column)!.Trim();
            var id = role == "location" && root.TextOf(columns.Country) is { } country ? $"{country}/{name}" : name;
            entities.Add(new EntityDescription(id, "", [name], record.Place));
            participants.Add(new Participant(role, new EntityArgument(id, record.Place)));
        }

        var metadata = new ArticleMetadata(root.Text(columns.Id), Published: ReadDay(columns.GetDate(root), record.Place, reading.Log),
            Source: root.TextOf(columns.Source));
        yield return new AnnotatedArticle(metadata, root.TextOf(columns.Notes) ?? "")
        {
            File = reading.File,
            Entities = [.. entities.DistinctBy(entity => entity.Id)],
            Events =
            [
                new EventAnnotation(root.Text(columns.Id)!, root.Text(columns.Type)!, null, [.. participants], record.Place)
                {
                    Properties = [.. root.Others(columns.Taken).Where(property => !property.Value.IsNull)],
                },
            ],
        };
    }

    private static EventColumns? Find(JsonElement record) => Array.Find(
        Layouts,
        layout => record.TextOf(layout.Id) is not null && record.TextOf(layout.Type) is not null && layout.GetDate(record) is not null
            && layout.Ends.Any(end => record.TextOf(end.Column) is not null));

    private static PartialDate? ReadDay(string? text, SourcePlace place, ReadingLog log) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && PartialDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date, out _)
            ? date
            : JsonDates.Parse(text, place, log);

    /// <param name="Date">A column, or those of year, month and day with a plus between; 0 is a part that nobody knows.</param>
    /// <param name="Ends">Columns of who or what takes part, with their roles.</param>
    private sealed record EventColumns(
        string Id, string Date, string Type, string Notes, string Source, ImmutableArray<(string Column, string Role)> Ends, string Country)
    {
        private readonly string[] dates = Date.Split('+');

        public ImmutableArray<string> Needed => [Id, .. dates, Type];

        public string? GetDate(JsonElement record)
        {
            var parts = dates.Select(name => record.TextOf(name)).TakeWhile(part => part is not (null or "0")).ToList();
            return parts.Count == 0 ? null : string.Join('-', parts.Select(part => part!.Length == 1 ? $"0{part}" : part));
        }

        public HashSet<string> Taken { get; } = [Id, .. Date.Split('+'), Type, Notes, Source, .. Ends.Select(end => end.Column)];
    }
}
