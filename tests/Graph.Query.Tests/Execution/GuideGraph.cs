namespace Graph.Query.Tests.Execution;

/// <summary>
/// A small graph of what tutorials ask about: films with their people, a shop with its orders, a board of questions, stations with routes.
/// It has no graph type, as such graphs have none.
/// </summary>
internal static class GuideGraph
{
    public static GraphStore Store { get; } = new Writer().Write();

    private sealed class Writer
    {
        private readonly GraphBuilder builder = new();
        private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);

        public GraphStore Write()
        {
            WriteFilms();
            WriteShop();
            WriteBoard();
            WriteStations();
            return builder.Build();
        }

        private void WriteFilms()
        {
            Node("matrix", "Movie", ("title", "The Lattice"), ("released", 1999), ("tagline", "Look twice"), ("votes", 120));
            Node("cloud", "Movie", ("title", "Cloud Harbour"), ("released", 2012), ("tagline", "All is near"));
            Node("mail", "Movie", ("title", "A Letter for You"), ("released", 1998), ("votes", 30));
            Node("keanu", "Person", ("name", "Kim Reed"), ("born", 1964));
            Node("tom", "Person", ("name", "Tom Hart"), ("born", 1956));
            Node("meg", "Person", ("name", "Meg Ross"), ("born", 1961));
            Node("lana", "Person", ("name", "Lana Wills"), ("born", 1965));
            Node("jess", "Person", ("name", "Jess Tor"));
            Edge("keanu", "ACTED_IN", "matrix", ("roles", new[] { "Nemo" }));
            Edge("tom", "ACTED_IN", "cloud", ("roles", new[] { "Zed", "Doctor" }));
            Edge("tom", "ACTED_IN", "mail", ("roles", new[] { "Joe" }));
            Edge("meg", "ACTED_IN", "mail", ("roles", new[] { "Kate" }));
            Edge("lana", "DIRECTED", "matrix");
            Edge("lana", "DIRECTED", "cloud");
            Edge("lana", "WROTE", "matrix");
            Edge("tom", "PRODUCED", "cloud");
            Edge("jess", "REVIEWED", "cloud", ("rating", 95), ("summary", "A fine trip"));
            Edge("jess", "REVIEWED", "mail", ("rating", 55), ("summary", "Sweet"));
            Edge("jess", "FOLLOWS", "meg");
            Edge("meg", "FOLLOWS", "tom");
        }

        private void WriteShop()
        {
            Node("food", "Category", ("categoryID", "1"), ("categoryName", "Food"), ("description", "To eat"));
            Node("drink", "Category", ("categoryID", "2"), ("categoryName", "Drinks"), ("description", "To drink"));
            Node("acme", "Supplier", ("companyName", "Acme"), ("country", "Norway"));
            Node("bolt", "Supplier", ("companyName", "Bolt"), ("country", "Italy"));
            Node("bread", "Product", ("productName", "Bread"), ("unitPrice", 2.5), ("unitsInStock", 10), ("discontinued", false));
            Node("cheese", "Product", ("productName", "Cheese"), ("unitPrice", 8.0), ("unitsInStock", 0), ("discontinued", false));
            Node("tea", "Product", ("productName", "Tea"), ("unitPrice", 4.25), ("unitsInStock", 7), ("discontinued", true));
            Node("ann", "Customer", ("customerID", "ANN"), ("contactName", "Ann Lee"), ("city", "Oslo"));
            Node("bob", "Customer", ("customerID", "BOB"), ("contactName", "Bob Ray"), ("city", "Rome"));
            Node("o1", "Order", ("orderID", 1), ("orderDate", "2021-05-04"), ("freight", "12.5"));
            Node("o2", "Order", ("orderID", 2), ("orderDate", "2021-06-10"), ("freight", "3"));
            Node("o3", "Order", ("orderID", 3), ("orderDate", "2022-01-20"), ("freight", "7.25"));
            Edge("acme", "SUPPLIES", "bread");
            Edge("acme", "SUPPLIES", "cheese");
            Edge("bolt", "SUPPLIES", "tea");
            Edge("bread", "PART_OF", "food");
            Edge("cheese", "PART_OF", "food");
            Edge("tea", "PART_OF", "drink");
            Edge("ann", "PURCHASED", "o1");
            Edge("ann", "PURCHASED", "o2");
            Edge("bob", "PURCHASED", "o3");
            Edge("o1", "ORDERS", "bread", ("quantity", 3), ("unitPrice", "2.5"));
            Edge("o1", "ORDERS", "tea", ("quantity", 1), ("unitPrice", "4.25"));
            Edge("o2", "ORDERS", "bread", ("quantity", 2), ("unitPrice", "2.5"));
            Edge("o3", "ORDERS", "cheese", ("quantity", 5), ("unitPrice", "8.0"));
        }

        private void WriteBoard()
        {
            Node("u1", "User", ("uuid", 11), ("display_name", "ada"));
            Node("u2", "User", ("uuid", 12), ("display_name", "bea"));
            Node("u3", "User", ("uuid", 13), ("display_name", "cyd"));
            Node("q1", "Question", ("title", "How to count?"), ("score", 5), ("creation_date", 1577836800), ("answered", true));
            Node("q2", "Question", ("title", "Why so slow?"), ("score", -1), ("creation_date", 1609459200), ("answered", false));
            Node("a1", "Answer", ("score", 7), ("is_accepted", true));
            Node("a2", "Answer", ("score", 2), ("is_accepted", false));
            Node("tag1", "Tag", ("name", "cypher"));
            Node("tag2", "Tag", ("name", "graph"));
            Edge("u1", "ASKED", "q1");
            Edge("u2", "ASKED", "q2");
            Edge("u2", "PROVIDED", "a1");
            Edge("u3", "PROVIDED", "a2");
            Edge("a1", "ANSWERED", "q1");
            Edge("a2", "ANSWERED", "q1");
            Edge("q1", "TAGGED", "tag1");
            Edge("q1", "TAGGED", "tag2");
            Edge("q2", "TAGGED", "tag1");
        }

        private void WriteStations()
        {
            Node("ams", "Station", ("code", "AMS"), ("lat", 52.3791), ("lon", 4.8994), ("opened", "1889-10-15"));
            Node("utr", "Station", ("code", "UTR"), ("lat", 52.0893), ("lon", 5.1101), ("opened", "1843-12-18"));
            Node("ein", "Station", ("code", "EIN"), ("lat", 51.4433), ("lon", 5.4816));
            Node("ber", "Station", ("code", "BER"), ("lat", 52.5251), ("lon", 13.3694));
            Edge("ams", "LINK", "utr", ("minutes", 27));
            Edge("utr", "LINK", "ein", ("minutes", 50));
            Edge("ams", "LINK", "ein", ("minutes", 95));
            Edge("ein", "LINK", "ber", ("minutes", 420));
        }

        private void Node(string key, string label, params (string Key, object Value)[] properties) =>
            nodes[key] = builder.AddNode([label], Properties(properties));

        private void Edge(string source, string type, string target, params (string Key, object Value)[] properties) =>
            builder.AddEdge(type, nodes[source], nodes[target], Properties(properties));

        private static KeyValuePair<string, Value>[] Properties((string Key, object Value)[] properties) =>
            [.. properties.Select(property => KeyValuePair.Create(property.Key, ToValue(property.Value)))];

        private static Value ToValue(object value) => value switch
        {
            string text => Value.FromString(text),
            int number => Value.FromInteger(number),
            double number => Value.FromFloat(number),
            bool truth => Value.FromBoolean(truth),
            string[] texts => Value.FromList([.. texts.Select(Value.FromString)]),
            _ => throw new ArgumentException("No value.", nameof(value)),
        };
    }
}
