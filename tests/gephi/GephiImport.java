import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Imports each file as Gephi's "Open" does and prints one line of JSON about what arrived.
 * `java -cp gephi-toolkit-all.jar GephiImport.java [--no-merge] FILE…`; `--no-merge` holds for the files after it.
 */
public class GephiImport {
  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    boolean merge = true;
    for (String argument : arguments) {
      if (argument.equals("--no-merge")) merge = false;
      else System.out.println(describe(projects, new File(argument), merge));
    }
    System.exit(0);
  }

  private static String describe(ProjectController projects, File file, boolean merge) {
    Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
    projects.openWorkspace(workspace);
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    List<String> failures = new ArrayList<>();
    Report report = null;
    try {
      Container container =
          file.getName().endsWith(".csv")
              ? importer.importFile(file, spreadsheet(file))
              : importer.importFile(file);
      if (!merge) container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
      report = container.getReport();
      importer.process(container, new DefaultProcessor(), workspace);
    } catch (Exception | Error error) {
      failures.add(error.toString());
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    String line = describe(file, model, report, failures);
    projects.closeCurrentWorkspace();
    projects.deleteWorkspace(workspace);
    return line;
  }

  /** The importer that the wizard "Import spreadsheet" fills in, with what it finds by itself, and intervals chosen. */
  private static ImporterSpreadsheetCSV spreadsheet(File file) {
    ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
    importer.setFile(file);
    importer.refreshAutoDetections();
    importer.setTimeRepresentation(TimeRepresentation.INTERVAL);
    importer.setColumnClass("Timeset", IntervalSet.class);
    return importer;
  }

  private static String describe(File file, GraphModel model, Report report, List<String> failures) {
    Graph graph = model.getGraph();
    TreeSet<String> nodeColours = new TreeSet<>();
    TreeSet<String> edgeColours = new TreeSet<>();
    TreeSet<String> kinds = new TreeSet<>();
    int placed = 0;
    int nodesWithTime = 0;
    int edgesWithTime = 0;
    int directed = 0;
    int loops = 0;
    double weight = 0;
    List<String> labels = new ArrayList<>();
    for (Node node : graph.getNodes().toArray()) {
      nodeColours.add(node.r() + "," + node.g() + "," + node.b());
      if (node.x() != 0 || node.y() != 0) placed++;
      if (node.getIntervals() != null && node.getIntervals().length > 0) nodesWithTime++;
      if (labels.size() < 50) labels.add(node.getLabel());
    }
    for (Edge edge : graph.getEdges().toArray()) {
      edgeColours.add(edge.r() + "," + edge.g() + "," + edge.b());
      kinds.add(String.valueOf(edge.getTypeLabel()));
      if (edge.getIntervals() != null && edge.getIntervals().length > 0) edgesWithTime++;
      if (edge.isDirected()) directed++;
      if (edge.isSelfLoop()) loops++;
      weight += edge.getWeight();
    }
    List<String> issues = new ArrayList<>(failures);
    if (report != null) {
      Iterator<Issue> all = report.getIssues(1000);
      while (all.hasNext()) {
        Issue issue = all.next();
        if (issue.getLevel() != Issue.Level.INFO) issues.add(issue.getLevel() + ": " + issue.getMessage());
      }
    }
    Interval bounds = model.isDynamic() ? model.getTimeBounds() : null;
    return "{"
        + String.join(
            ",",
            field("file", text(file.getName())),
            field("nodes", graph.getNodeCount()),
            field("edges", graph.getEdgeCount()),
            field("directed", directed),
            field("loops", loops),
            field("weight", weight),
            field("kinds", texts(kinds)),
            field("labels", texts(labels)),
            field("dynamic", model.isDynamic()),
            field("timeFormat", text(String.valueOf(model.getTimeFormat()))),
            field("from", bounds == null ? "null" : finite(bounds.getLow())),
            field("to", bounds == null ? "null" : finite(bounds.getHigh())),
            field("nodesWithTime", nodesWithTime),
            field("edgesWithTime", edgesWithTime),
            field("nodeColumns", columns(model.getNodeTable().toArray())),
            field("edgeColumns", columns(model.getEdgeTable().toArray())),
            field("nodeColours", nodeColours.size()),
            field("edgeColours", edgeColours.size()),
            field("placed", placed),
            field("issues", texts(issues)))
        + "}";
  }

  private static String finite(double value) {
    return Double.isInfinite(value) ? "null" : String.valueOf((long) value);
  }

  private static String columns(Column[] columns) {
    List<String> names = new ArrayList<>();
    for (Column column : columns) names.add(column.getId() + ":" + column.getTypeClass().getSimpleName());
    return texts(names);
  }

  private static String field(String name, Object value) {
    return text(name) + ":" + value;
  }

  private static String texts(Iterable<String> values) {
    List<String> quoted = new ArrayList<>();
    for (String value : values) quoted.add(text(value));
    return "[" + String.join(",", quoted) + "]";
  }

  private static String text(String value) {
    if (value == null) return "null";
    StringBuilder json = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ' || c > '~') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }
}
